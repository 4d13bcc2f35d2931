# builds *.truth.yaml from short forms
import yaml,unicodedata,re,datetime
D=datetime.date
def build(name, header, priorities, tasks, agencies, documents):
    text=unicodedata.normalize('NFC',open(name+'.txt',encoding='utf8').read())
    out=[]
    pos=0
    for n,t in enumerate(tasks):
        pat=r'\s+'.join(map(re.escape,t['text'].split()))
        m=re.search(pat,text)
        assert m,(name,t['text'])
        out.append(dict(key=f't{n+1}',start=m.start(),end=m.end(),**t))
    yaml.safe_dump(dict(letter=name,header=header,priorities=priorities,tasks=out,agencies=agencies,documents=documents),open(name+'.truth.yaml','w',encoding='utf8'),allow_unicode=True,sort_keys=False,width=120)
def T(p,text,kind,leads=None,due=None,support=None,every=None,docs=None,restricted=None,product=None):
    t=dict(priority=p,text=text,kind=kind)
    if leads: t['leads']=leads
    if due is not None: t['due']=due
    if support: t['support']=support
    if every: t['report_every']=every
    if docs: t['documents']=docs
    if restricted: t['restricted']=True
    if product: t['product']=product
    return t
O,L='ongoing','deliverable'
A=lambda *n:[dict(name=x) if isinstance(x,str) else dict(name=x[0],also=list(x[1:])) for x in n]
def doc(s,k,d,i,m=None,pd=None):
    r=dict(symbol=s,kind=k,issuer=i)
    if pd: r['printed_date']=pd
    else: r['date']=d
    if m: r['misprint']=m
    return r
build('nghi-quyet',dict(number='42/NQ-HĐND',kind='Nghị quyết',date=D(2024,12,6),place='Vĩnh Khê',subject='Về phát triển kinh tế - xã hội năm 2025',issuer='Hội đồng nhân dân tỉnh Vĩnh Khê',signer=dict(title='Chủ tịch',name='Hà Thị Lam Khuê'),period={'from':D(2025,1,1),'to':D(2025,12,31)},recipients=['Ủy ban Thường vụ Quốc hội','Chính phủ','Thường trực Tỉnh ủy','UBND tỉnh','HĐND, UBND các huyện, thành phố']),
 [dict(number='2.1',also=['1','Điều 2.1'],title='Cơ cấu lại kinh tế gắn với đổi mới mô hình tăng trưởng'),dict(number='2.2',also=['2'],title='Đầu tư kết cấu hạ tầng'),dict(number='2.3',also=['3'],title='Phát triển văn hóa, giáo dục, y tế'),dict(number='2.4',also=['4'],title='Củng cố quốc phòng, an ninh'),dict(number='3',also=['Điều 3'],title='Tổ chức thực hiện')],
 [T('2.1','Hoàn thành quy hoạch chi tiết cụm công nghiệp Bãi Dâu và cụm công nghiệp Đồi Chè trong quý II năm 2025',L,due=dict(quarter='2025-Q2')),
  T('2.1','thu hút ít nhất 5 dự án chế biến sâu nông sản',[O,L]),
  T('2.1','Duy trì 14.000 ha chè theo hướng hữu cơ',O),
  T('2.1','đồng thời mở rộng vùng trồng cây dược liệu tại các xã vùng cao',[O,L]),
  T('2.2','Khởi công cầu Vạn Lau trước ngày 30 tháng 4 năm 2025',L,due=dict(before=D(2025,4,30))),
  T('2.2','Lập danh mục dự án chậm tiến độ kéo dài',[L],product='danh mục'),
  T('2.2','kiên quyết chấm dứt hoạt động của dự án không còn khả năng thực hiện',O),
  T('2.3','Xây mới 120 phòng học kiên cố, hoàn thành trước khi khai giảng năm học 2025-2026',L,due=dict(event='trước khi khai giảng năm học 2025-2026')),
  T('2.3','Nâng cấp 09 trạm y tế xã đạt tiêu chí quốc gia trong năm 2025',L,due=dict(year=2025)),
  T('2.3','Thường xuyên kiểm tra an toàn thực phẩm tại bếp ăn tập thể',O),
  T('2.4','Tổ chức tuyển quân đủ chỉ tiêu, đúng luật',[O,L],restricted=True),
  T('2.4','giải quyết kịp thời đơn thư khiếu nại, tố cáo',O,restricted=True),
  T('3','Ủy ban nhân dân tỉnh cụ thể hóa Nghị quyết thành kế hoạch, chương trình',[L,O],['UBND tỉnh'],due=[dict(event='tại kỳ họp thường lệ giữa năm 2025'),None]),
  T('3','Thường trực Hội đồng nhân dân tỉnh, các Ban Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết',[O,'duty'],['Thường trực HĐND tỉnh','các Ban HĐND tỉnh'])],
 A(('UBND tỉnh','Ủy ban nhân dân tỉnh'),('Thường trực HĐND tỉnh','Thường trực Hội đồng nhân dân tỉnh'),('các Ban HĐND tỉnh','các Ban Hội đồng nhân dân tỉnh')),
 [doc('31-NQ/TU','Nghị quyết',D(2024,11,22),'Ban Chấp hành Đảng bộ tỉnh'),doc('512/TTr-UBND','Tờ trình',D(2024,11,25),'Ủy ban nhân dân tỉnh'),doc('96/BC-KTNS','Báo cáo thẩm tra',D(2024,12,2),'Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh')])
build('chi-thi',dict(number='09/CT-UBND',kind='Chỉ thị',date=D(2025,3,17),place='Mường Rạng',subject='Về việc tăng cường các biện pháp phòng cháy, chữa cháy rừng mùa khô năm 2025',issuer='Ủy ban nhân dân huyện Mường Rạng',signer=dict(title='Phó Chủ tịch',name='Lò Văn Sơn Hải'),period={'from':D(2025,1,1),'to':D(2025,12,31)},recipients=['UBND tỉnh','Thường trực Huyện ủy, HĐND huyện','Các phòng, ban, đơn vị','UBND các xã, thị trấn']),
 [dict(number='I',also=['1'],title='CÁC CƠ QUAN CHUYÊN MÔN CỦA HUYỆN'),dict(number='II',also=['2'],title='UBND CÁC XÃ, THỊ TRẤN'),dict(number='III',also=['3'],title='TỔ CHỨC THỰC HIỆN')],
 [T('I','Tham mưu kiện toàn Ban Chỉ đạo phát triển lâm nghiệp bền vững huyện trước ngày 25/3',L,['Hạt Kiểm lâm huyện'],dict(before=D(2025,3,25))),
  T('I','Chủ trì, phối hợp với Công an huyện, Ban Chỉ huy Quân sự huyện tuần tra, canh gác tại 17 khu vực trọng điểm',O,['Hạt Kiểm lâm huyện'],support=['Công an huyện','Ban Chỉ huy Quân sự huyện']),
  T('I','xử lý nghiêm trường hợp vi phạm',O,['Hạt Kiểm lâm huyện']),
  T('I','Cập nhật cấp dự báo cháy rừng hằng ngày trên hệ thống truyền thanh',O,['Hạt Kiểm lâm huyện']),
  T('I','hướng dẫn các xã xây dựng lịch đốt nương',O,['Phòng Nông nghiệp và Môi trường']),
  T('I','tổng hợp, báo cáo UBND huyện vào ngày 20 hằng tháng',O,['Phòng Nông nghiệp và Môi trường'],every='month'),
  T('I','Điều tra, làm rõ nguyên nhân các vụ cháy đã xảy ra, báo cáo kết quả trước ngày 15 tháng 4 năm 2025',L,['Công an huyện'],dict(before=D(2025,4,15))),
  T('I','Bố trí lực lượng, phương tiện thường trực chữa cháy',[O,L],['Công an huyện']),
  T('II','Rà soát, bổ sung phương án phòng cháy, chữa cháy rừng của địa phương',L,['UBND các xã, thị trấn'],dict(by=D(2025,3,31))),
  T('II','Tổ chức cho 100% hộ gia đình sống gần rừng ký cam kết, xong trong tháng 4/2025',L,['UBND các xã, thị trấn'],dict(month='2025-04')),
  T('II','Chủ tịch UBND xã Nậm Tàu và Chủ tịch UBND xã Khau Lĩnh kiểm điểm trách nhiệm để xảy ra cháy rừng, có báo cáo bằng văn bản trong vòng 07 ngày kể từ ngày nhận được Chỉ thị này',L,['UBND xã Nậm Tàu','UBND xã Khau Lĩnh'],dict(days=7,after='nhận được Chỉ thị này')),
  T('III','Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các tổ chức chính trị - xã hội tuyên truyền, vận động đoàn viên, hội viên không đốt nương trong thời kỳ cao điểm',O,['Ủy ban Mặt trận Tổ quốc Việt Nam huyện','các tổ chức chính trị - xã hội']),
  T('III','Giao Văn phòng HĐND và UBND huyện theo dõi, đôn đốc việc thực hiện Chỉ thị',O,['Văn phòng HĐND và UBND huyện']),
  T('III','định kỳ hằng quý tổng hợp kết quả, báo cáo Chủ tịch UBND huyện',O,['Văn phòng HĐND và UBND huyện'],every='quarter')],
 A('Hạt Kiểm lâm huyện','Công an huyện','Ban Chỉ huy Quân sự huyện','Phòng Nông nghiệp và Môi trường','UBND các xã, thị trấn','UBND xã Nậm Tàu','UBND xã Khau Lĩnh','Ủy ban Mặt trận Tổ quốc Việt Nam huyện','các tổ chức chính trị - xã hội','Văn phòng HĐND và UBND huyện'),
 [doc('05/CT-UBND','Chỉ thị',D(2023,2,14),'Chủ tịch UBND huyện')])
build('ket-luan',dict(number='118-TB/TU',kind='Thông báo',date=D(2025,9,5),place='Sơn Lăng',subject='Kết luận của Thường trực Tỉnh ủy về tình hình thực hiện các công trình chào mừng Đại hội Đảng bộ tỉnh',issuer='Tỉnh ủy Sơn Lăng',signer=dict(title='Chánh Văn phòng',name='Mạc Quang Thiện Ân'),period=None,recipients=['Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy','Đảng ủy UBND tỉnh','Các cơ quan liên quan']),
 [dict(number='1',title='Về kết quả đạt được',optional=True),dict(number='2.1',also=['2'],title='Về nhiệm vụ thời gian tới',begins=['Ban Quản lý dự án Giao thông','Giao Đảng ủy UBND','Đẩy nhanh thi công nút giao','Về nhiệm vụ thời gian tới']) if False else dict(number='2.1',begins=['Giao Đảng ủy UBND tỉnh','Đẩy nhanh thi công','Ban Quản lý dự án']),dict(number='2.2',begins=['Mở chuyên trang','Ban Tuyên giáo và']),dict(number='2.3',begins=['Xây dựng phương án bảo','Công an tỉnh xây']),dict(number='3',begins=['Đôn đốc, tổng hợp','Văn phòng Tỉnh ủy'])],
 [T('2.1','Ban Quản lý dự án Giao thông tỉnh đẩy nhanh thi công nút giao Cầu Sắt, thông xe kỹ thuật trước ngày 10/10/2025',L,['Ban Quản lý dự án Giao thông tỉnh'],dict(before=D(2025,10,10))),
  T('2.1','Sở Văn hóa, Thể thao và Du lịch hoàn thiện kịch bản chương trình nghệ thuật',L,['Sở Văn hóa, Thể thao và Du lịch'],product='kịch bản'),
  T('2.1','tổ chức tổng duyệt trước 20 giờ ngày 12/10/2025',L,['Sở Văn hóa, Thể thao và Du lịch'],dict(by=D(2025,10,12))),
  T('2.1','Sở Y tế chuẩn bị phương án bảo đảm y tế, vệ sinh an toàn thực phẩm phục vụ Đại hội',L,['Sở Y tế']),
  T('2.2','Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì, phối hợp với Báo và Phát thanh, truyền hình Sơn Lăng mở chuyên trang, chuyên mục về Đại hội',[O,L],['Ban Tuyên giáo và Dân vận Tỉnh ủy'],support=['Báo và Phát thanh, truyền hình Sơn Lăng']),
  T('2.2','cung cấp thông tin cho các cơ quan báo chí vào thứ Hai hằng tuần',O,['Ban Tuyên giáo và Dân vận Tỉnh ủy'],every='week'),
  T('2.3','Công an tỉnh xây dựng phương án bảo đảm an ninh, trật tự',L,['Công an tỉnh'],restricted=True),
  T('2.3','Đảng ủy Quân sự tỉnh rà soát, sẵn sàng lực lượng ứng phó thiên tai',[O,L],['Đảng ủy Quân sự tỉnh']),
  T('3','Văn phòng Tỉnh ủy đôn đốc, tổng hợp kết quả thực hiện Thông báo này, báo cáo Thường trực Tỉnh ủy trước 25/9',L,['Văn phòng Tỉnh ủy'],dict(before=D(2025,9,25)))],
 A('Ban Quản lý dự án Giao thông tỉnh','Sở Văn hóa, Thể thao và Du lịch','Sở Y tế','Ban Tuyên giáo và Dân vận Tỉnh ủy','Báo và Phát thanh, truyền hình Sơn Lăng','Công an tỉnh','Đảng ủy Quân sự tỉnh','Văn phòng Tỉnh ủy','Đảng ủy UBND tỉnh'),
 [doc('77-CV/ĐU','Công văn',D(2025,8,29),None),doc('64-KL/TU','Kết luận',D(2025,6,10),'Ban Thường vụ Tỉnh ủy')])
build('cong-van-cong-thong-tin',dict(number='2290/SGDĐT-VP',kind='Công văn',date=D(2025,8,11),place='Hà Trung Sơn',subject='chuẩn bị các điều kiện cho năm học 2025-2026',issuer=['UBND tỉnh Hà Trung Sơn Sở Giáo dục và Đào tạo','Sở Giáo dục và Đào tạo'],signer=dict(title='Phó Giám đốc',name='Vi Thị Ngọc Trâm'),period=None,recipients=['UBND các xã, phường','Các trường trung học phổ thông','Các trung tâm giáo dục thường xuyên','UBND tỉnh','Giám đốc, các Phó Giám đốc']),
 [dict(number='1',title='Các trường trung học phổ thông'),dict(number='2',title='UBND các xã, phường'),dict(number='3',begins=['Tham mưu điều động','Phòng Tổ chức cán bộ'])],
 [T('1','Hoàn thành tuyển sinh lớp 10 bổ sung trước ngày 18/8/2025',L,['Các trường trung học phổ thông'],dict(before=D(2025,8,18))),
  T('1','công khai kết quả trên trang thông tin điện tử của trường',[O,L],['Các trường trung học phổ thông']),
  T('1','Rà soát cơ sở vật chất, sửa chữa phòng học xuống cấp, bảo đảm an toàn trước khi đón học sinh',[L],['Các trường trung học phổ thông'],dict(event='trước khi đón học sinh')),
  T('1','Triển khai học bạ số; không tổ chức dạy thêm trong hè',[O,L],['Các trường trung học phổ thông']),
  T('2','Ưu tiên kinh phí mua sắm thiết bị dạy học tối thiểu lớp 5, lớp 9',O,['UBND các xã, phường']),
  T('2','Vận động học sinh dân tộc thiểu số ra lớp, nhất là tại các bản xa trung tâm: bản Hua Nà; bản Co Muông; bản Pá Lau',O,['UBND các xã, phường']),
  T('3','Phòng Tổ chức cán bộ tham mưu điều động 215 giáo viên dôi dư về các trường còn thiếu theo Quyết định số 1420/KH-UBND ngày 07/7/2025 của UBND tỉnh, hoàn thành trước 25 tháng 8',L,['Phòng Tổ chức cán bộ'],dict(before=D(2025,8,25)),docs=['1420/KH-UBND']),
  T('3','Phòng Kế hoạch - Tài chính thẩm định dự toán sửa chữa trường lớp trong tuần thứ ba của tháng 8',L,['Phòng Kế hoạch - Tài chính'],[dict(event='trong tuần thứ ba của tháng 8'),None]),
  T('3','các đơn vị gửi báo cáo về Sở qua thư điện tử trước 16 giờ 30 ngày 29/8/2025',L,['các đơn vị'],dict(by=D(2025,8,29)))],
 A('Các trường trung học phổ thông','UBND các xã, phường','Phòng Tổ chức cán bộ','Phòng Kế hoạch - Tài chính','các đơn vị'),
 [doc('61/CĐ-BGDĐT','Công điện',D(2025,8,1),'Bộ Giáo dục và Đào tạo'),doc('1420/KH-UBND','Quyết định',D(2025,7,7),'UBND tỉnh','type')])
build('ke-hoach-phu-luc',dict(number=None,kind='Kế hoạch',date=None,place='An Phù',subject='Triển khai công tác y tế dự phòng giai đoạn 2026-2028',issuer=['UBND tỉnh An Phù Sở Y tế','Sở Y tế'],signer=dict(title='Giám đốc',name='Nguyễn Đức Bình Khang'),period={'from':D(2026,1,1),'to':D(2028,12,31)},recipients=None),
 [dict(number='B.1',also=['1'],title='Giám sát dịch bệnh'),dict(number='B.2',also=['2'],title='Tiêm chủng mở rộng'),dict(number='C',also=['3'],title='PHÂN CÔNG NHIỆM VỤ'),dict(number='3',also=['4','5'],title='Truyền thông sức khỏe')],
 [T('B.1','Các cơ sở y tế báo cáo ca bệnh truyền nhiễm trên phần mềm trong vòng 24 giờ kể từ khi chẩn đoán',[O,L],['các cơ sở y tế'],[dict(event='trong vòng 24 giờ kể từ khi chẩn đoán'),None]),
  T('B.2','Trung tâm Kiểm soát bệnh tật tỉnh lập kế hoạch nhu cầu vắc xin hằng năm, trình Sở Y tế phê duyệt trước ngày 01 tháng 11 hằng năm',[O,L],['Trung tâm Kiểm soát bệnh tật tỉnh'],[None,dict(before=D(2026,11,1))]),
  T('C','Đầu mối theo dõi, tổng hợp, định kỳ 6 tháng báo cáo Ban Giám đốc Sở',O,['Phòng Nghiệp vụ Y']),
  T('C','Bố trí đủ nhân lực trực dịch',O,['Các Trung tâm Y tế khu vực']),
  T('C','Phối hợp với UBND các xã, phường truyền thông phòng bệnh cho người dân',O,['Các Trung tâm Y tế khu vực'],support=['UBND các xã, phường']),
  T('B.1','Thành lập 03 đội đáp ứng nhanh',L,['Trung tâm Kiểm soát bệnh tật tỉnh'],dict(quarter='2026-Q1'),support=['Bệnh viện Đa khoa tỉnh']),
  T('B.1','Xét nghiệm, giám sát côn trùng tại 12 điểm',L,['Trung tâm Kiểm soát bệnh tật tỉnh'],dict(before=D(2028,12,31))),
  T('B.2','Tiêm bù, tiêm vét cho trẻ chưa đủ mũi',O,['Các Trung tâm Y tế khu vực'],every='quarter',support=['UBND các xã, phường']),
  T('3','Sản xuất 20 phóng sự về phòng bệnh',L,['CDC tỉnh'],[None,dict(by=D(2026,9,30))],support=['Báo An Phù'])],
 A('Trung tâm Kiểm soát bệnh tật tỉnh','các cơ sở y tế','Phòng Nghiệp vụ Y','Các Trung tâm Y tế khu vực','UBND các xã, phường','Bệnh viện Đa khoa tỉnh','CDC tỉnh','Báo An Phù'),
 [doc('88/QĐ-BYT','Quyết định',D(2026,1,9),'Bộ Y tế')])
